import { ActivityId, CompanyId, ContactId, EmailId, ImportId, InteractionId, ThreadId } from "@sidenote/contract/ids";
import { z } from "zod";
import { AppError } from "../errors.ts";

/**
 * Everything that one slice tells the others. Payloads hold ids, never rows: whoever hears of it looks at how things are by
 * then. `private` events reach their member's own screens only.
 */
export const EVENTS = {
  "emails.stored": { payload: z.object({ emailIds: z.array(EmailId), threadIds: z.array(ThreadId) }), private: true },
  "emails.sorted": { payload: z.object({ emailIds: z.array(EmailId), threadIds: z.array(ThreadId) }), private: true },
  "emails.forgotten": {
    payload: z.object({ emailIds: z.array(EmailId), threadIds: z.array(ThreadId) }),
    private: true,
  },
  "contacts.changed": { payload: z.object({ contactIds: z.array(ContactId) }), private: false },
  "contacts.seen": { payload: z.object({ contactIds: z.array(ContactId) }), private: true },
  "companies.changed": { payload: z.object({ companyIds: z.array(CompanyId) }), private: false },
  /** Their people are called by another company's name now. */
  "companies.renamed": { payload: z.object({ companyIds: z.array(CompanyId) }), private: false },
  "activities.changed": {
    payload: z.object({ activityIds: z.array(ActivityId), contactIds: z.array(ContactId) }),
    private: false,
  },
  "import.started": { payload: z.object({ importId: ImportId }), private: true },
  "import.undoing": { payload: z.object({ importId: ImportId }), private: true },
  "import.progress": { payload: z.object({ importId: ImportId }), private: true },
  "addresses.changed": { payload: z.object({}), private: true },
  "capture.changed": { payload: z.object({}), private: true },
  "access.changed": { payload: z.object({}), private: true },
  "promises.changed": { payload: z.object({ threadIds: z.array(ThreadId) }), private: true },
  "passages.written": { payload: z.object({ recordIds: z.array(z.uuid()) }), private: true },
  "interaction.recorded": { payload: z.object({ interactionId: InteractionId }), private: true },
  "model.changed": { payload: z.object({}), private: false },
} as const satisfies Record<string, { payload: z.ZodType; private: boolean }>;

export type EventType = keyof typeof EVENTS;
export type EventPayload<T extends EventType> = z.infer<(typeof EVENTS)[T]["payload"]>;
export type DomainEvent = {
  [T in EventType]: {
    type: T;
    payload: EventPayload<T>;
    /** What only the screens that are open hear beside the ids, and nothing keeps: names that a site gives to what is forgotten. */
    told?: readonly string[];
  };
}[EventType];

/** An event out of the database. Throws where a later version knows it no more, or in another shape. */
export function keptEvent(type: string, payload: unknown): DomainEvent {
  if (!isEventType(type)) throw new AppError("invalid", `This version knows no event ${type}`);
  return { type, payload: EVENTS[type].payload.parse(payload) } as DomainEvent;
}

const isEventType = (type: string): type is EventType => Object.hasOwn(EVENTS, type);

/** The ids in an event, for screens that show one of them. */
export const idsIn = (payload: object): string[] =>
  Object.values(payload).flatMap((value: unknown) =>
    Array.isArray(value) ? (value as string[]) : typeof value === "string" ? [value] : [],
  );
