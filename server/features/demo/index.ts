export { addDemo } from "./service.ts";
