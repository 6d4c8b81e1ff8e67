import { system } from "@sidenote/contract/system";
import { type Server, serve } from "../../core/http/serve.ts";
import { listAudit, listFailedJobs, retryJob } from "./service.ts";

export function systemRoutes(server: Server): void {
  serve(server, system.audit, listAudit);
  serve(server, system.failedJobs, listFailedJobs);
  serve(server, system.retryJob, retryJob);
}
