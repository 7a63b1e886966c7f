/** What a page loads: registers `<loop-scope>`. Everything else comes with the first touch. */

import "./element/define.ts";

export type * from "./bridge/types.ts";
export { LoopscopeEvent } from "./element/events.ts";
export { LoopScopeElement } from "./element/loop-scope.ts";
