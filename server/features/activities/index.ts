export { activityIn, createActivity, titleOf } from "./service.ts";
export { activityContactTable, activityTable } from "./table.ts";
