import type { Role } from "@sidenote/contract/organizations";

const everybody: readonly Role[] = ["agent", "manager", "admin"];
const admins: readonly Role[] = ["admin"];

/**
 * Who may do what: the one table. Row security decides about *which* rows; this, about which actions. An action that is
 * not here does not compile, and one that nobody uses fails the isolation walk.
 */
export const permissions = {
  "activity.create": everybody,
  "activity.update": everybody,
  "activity.remove": everybody,
  "activity.restore": everybody,
  "address.add": everybody,
  "address.remove": everybody,
  "audit.read": admins,
  "company.create": everybody,
  "company.update": everybody,
  "company.archive": everybody,
  "company.apart": everybody,
  "company.merge": everybody,
  "company.unmerge": everybody,
  "contact.create": everybody,
  "contact.update": everybody,
  "contact.apart": everybody,
  "contact.archive": everybody,
  "contact.learn": everybody,
  "contact.merge": everybody,
  "contact.save": everybody,
  "contact.unmerge": everybody,
  "contact.unsave": everybody,
  "demo.add": admins,
  "demo.remove": admins,
  "capture.update": everybody,
  "draft.insert": everybody,
  "email.store": everybody,
  "email.forget": everybody,
  "email.sort": everybody,
  "import.create": everybody,
  "import.run": everybody,
  "import.cancel": everybody,
  "import.discard": everybody,
  "import.retry": everybody,
  "import.undo": everybody,
  "interaction.record": everybody,
  "job.fail": everybody,
  "job.retry": everybody,
  "key.create": everybody,
  "member.update": everybody,
  "model.update": admins,
  "model.test": admins,
  "pairing.decide": everybody,
  "thread.forget": everybody,
  "promise.decide": everybody,
  "token.revoke": everybody,
  "voice.update": everybody,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof permissions;
