import type { Server } from "./core/http/serve.ts";
import type { Job, ScheduledTask } from "./core/jobs/job.ts";
import { maintenanceTasks } from "./core/maintenance.ts";
import { accessRoutes } from "./features/access/routes.ts";
import { activityRoutes } from "./features/activities/routes.ts";
import { captureRoutes } from "./features/capture/routes.ts";
import { companyRoutes } from "./features/companies/routes.ts";
import { contactRoutes } from "./features/contacts/routes.ts";
import { contextRoutes } from "./features/context/routes.ts";
import { demoRoutes } from "./features/demo/routes.ts";
import { draftRoutes } from "./features/drafts/routes.ts";
import { emailJobs } from "./features/emails/jobs.ts";
import { emailRoutes } from "./features/emails/routes.ts";
import { importJobs, importTasks } from "./features/imports/jobs.ts";
import { importRoutes } from "./features/imports/routes.ts";
import { ledgerRoutes } from "./features/ledger/routes.ts";
import { modelRoutes } from "./features/model/routes.ts";
import { organizationRoutes } from "./features/organizations/routes.ts";
import { promiseJobs } from "./features/promises/jobs.ts";
import { promiseRoutes } from "./features/promises/routes.ts";
import { relationshipRoutes } from "./features/relationship/routes.ts";
import { searchJobs, searchTasks } from "./features/search/jobs.ts";
import { searchRoutes } from "./features/search/routes.ts";
import { systemRoutes } from "./features/system/routes.ts";
import { voiceJobs } from "./features/voice/jobs.ts";
import { voiceRoutes } from "./features/voice/routes.ts";

/** Everything that the product can do, in one list: what is not here does not run. */
export const routes: readonly ((server: Server) => void)[] = [
  organizationRoutes,
  accessRoutes,
  contactRoutes,
  companyRoutes,
  activityRoutes,
  emailRoutes,
  captureRoutes,
  importRoutes,
  ledgerRoutes,
  promiseRoutes,
  relationshipRoutes,
  demoRoutes,
  searchRoutes,
  contextRoutes,
  draftRoutes,
  voiceRoutes,
  modelRoutes,
  systemRoutes,
];

export const jobs: readonly Job[] = [...emailJobs, ...importJobs, ...promiseJobs, ...voiceJobs, ...searchJobs];

export const tasks: readonly ScheduledTask[] = [...maintenanceTasks, ...importTasks, ...searchTasks];
