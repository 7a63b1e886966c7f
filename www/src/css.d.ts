/** A style sheet imported as text, for `CSSStyleSheet.replaceSync`. */
declare module "*.css" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the bundler's text loader has no named exports
  export default text;
}
