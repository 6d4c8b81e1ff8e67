export { forgetMails } from "./forget.ts";
export { judgeHeader } from "./handed.ts";
export { oldBefore } from "./old.ts";
export { owedIn } from "./owed.ts";
export { handOnToPanel } from "./panel.ts";
export { emailsIn, threadIdOf } from "./service.ts";
export { lockMailbox, type StoredMail, storeMails } from "./store.ts";
export { attachmentTable, emailTable, panelItemTable, participantTable, threadTable } from "./table.ts";
export { settleAsks } from "./thread-summary.ts";
