export { voiceExamples } from "./examples.ts";
export { voiceFrame } from "./service.ts";
