export { voiceFrame } from "./service.ts";
