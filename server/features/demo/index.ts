export { addDemo, removeDemo } from "./service.ts";
