export { forbiddenAmong, type HandedInBy } from "./decide.ts";
export { liftForgotten, noteForgotten } from "./forgotten.ts";
export { type Handed, judge } from "./judge.ts";
export { policyIn } from "./service.ts";
