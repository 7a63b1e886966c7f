// Lints for the page (www/) and for the scripts that build and test it.

import eslint from "@eslint/js";
import typescript from "typescript-eslint";

export default typescript.config(
  { ignores: ["dist/", "pkg/", "target/", "node_modules/", ".tools/", "**/*.d.ts"] },
  eslint.configs.recommended,
  ...typescript.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Numbers in templates read well and cannot surprise.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // The test runner waits for these itself.
      "@typescript-eslint/no-floating-promises": [
        "error",
        {
          allowForKnownSafeCalls: [
            { from: "package", package: "node:test", name: ["describe", "it", "test"] },
          ],
        },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "TSEnumDeclaration", message: "use a union of string literals" },
        { selector: "TSModuleDeclaration[kind='namespace']", message: "use modules" },
        { selector: "ExportDefaultDeclaration", message: "name what is exported" },
        {
          selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]",
          message: "text goes into the DOM as text only: use textContent",
        },
      ],
    },
  },
  {
    // Plain JavaScript: tsc knows its types from JSDoc, casts included, which this rule does not see.
    files: ["**/*.js", "**/*.mjs"],
    rules: { "no-undef": "off", "@typescript-eslint/no-unsafe-assignment": "off" },
  },
  {
    files: ["eslint.config.js"],
    extends: [typescript.configs.disableTypeChecked],
    rules: { "no-restricted-syntax": "off" },
  },
);
