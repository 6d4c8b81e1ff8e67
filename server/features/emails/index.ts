export { forgetMails } from "./forget.ts";
export { judgeHeader } from "./handed.ts";
export { type IncomingMail, incomingFromFile } from "./identify.ts";
export { oldBefore } from "./old.ts";
export { emailsIn, threadIdOf } from "./service.ts";
export { type StoredMail, storeMails } from "./store.ts";
export { attachmentTable, emailTable, panelItemTable, participantTable, threadTable } from "./table.ts";
export { owedIn, settleAsks } from "./threads.ts";
