import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import { context, emailContext } from "@sidenote/contract/context";
import { type Server, serve, serveLook } from "../../core/http/serve.ts";
import { describeSituation } from "./email-context.ts";
import { getContext, getScreenContext } from "./service.ts";
import { companyTimeline, contactTimeline } from "./timeline.ts";

export function contextRoutes(server: Server): void {
  serveLook(server, context.get, getContext);
  serveLook(server, context.ofScreen, getScreenContext);
  serve(server, emailContext, describeSituation);
  serve(server, contacts.timeline, contactTimeline);
  serve(server, companies.timeline, companyTimeline);
}
