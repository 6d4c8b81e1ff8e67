export { giveActivitiesBack, moveActivities } from "./people.ts";
export { createActivity, titleOf, updateActivity } from "./service.ts";
export { activityContactTable, activityTable } from "./table.ts";
