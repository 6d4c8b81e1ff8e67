export { courtesyKey } from "./edits.ts";
export { voiceExamples } from "./examples.ts";
export { isGroup } from "./read.ts";
export { droppedCourtesies, voiceFrame, voiceManner } from "./service.ts";
