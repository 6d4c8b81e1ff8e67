import { activities } from "@sidenote/contract/activities";
import { type Server, serve } from "../../core/http/serve.ts";
import {
  createActivity,
  getActivity,
  listActivities,
  removeActivity,
  restoreActivity,
  updateActivity,
} from "./service.ts";

export function activityRoutes(server: Server): void {
  serve(server, activities.list, listActivities);
  serve(server, activities.get, (ctx, { id }) => getActivity(ctx, id));
  serve(server, activities.create, createActivity);
  serve(server, activities.update, updateActivity);
  serve(server, activities.remove, removeActivity);
  serve(server, activities.restore, restoreActivity);
}
