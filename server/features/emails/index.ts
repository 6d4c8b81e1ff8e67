export { forgetMails } from "./forget.ts";
export { type IncomingMail, incomingFromFile } from "./identify.ts";
export { emailsIn, owedOf, threadIdOf } from "./service.ts";
export { storeMails } from "./store.ts";
export { emailTable, participantTable, threadTable } from "./table.ts";
export { owedIn } from "./threads.ts";
