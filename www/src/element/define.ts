/** Registers `<loop-scope>`; import this file for its effect. */

import { LoopScopeElement } from "./loop-scope.ts";

LoopScopeElement.define();
