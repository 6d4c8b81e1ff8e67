import { z } from "zod";

/** A TypeID: prefix, "_", then a UUIDv7 in Crockford base32 (26 characters), so ids sort by the time they were made. */
const SUFFIX = "[0-7][0-9a-hjkmnp-tv-z]{25}";

export type Id<P extends string> = `${P}_${string}`;

/** The schema of one kind of id. A plain string on the wire: no transform, so it can be a path parameter and a JSON field alike. */
export const id = <const P extends string>(prefix: P) =>
  z
    .string()
    .regex(
      new RegExp(`^${prefix}_${SUFFIX}$`),
      `must be an id such as ${prefix}_01h455vb4pex5vsknk084sn02q`,
    ) as z.ZodType<Id<P>>;

export const OrganizationId = id("org");
export const MemberId = id("mbr");
export const ContactId = id("cnt");
export const CompanyId = id("cmp");
export const ActivityId = id("act");
export const EmailId = id("eml");
export const ThreadId = id("thr");
export const FileId = id("fil");
export const ImportId = id("imp");
export const TokenId = id("tok");
export const InteractionId = id("int");
export const JobId = id("job");
export const PromiseId = id("prm");

export type OrganizationId = z.infer<typeof OrganizationId>;
export type MemberId = z.infer<typeof MemberId>;
export type ContactId = z.infer<typeof ContactId>;
export type CompanyId = z.infer<typeof CompanyId>;
export type ActivityId = z.infer<typeof ActivityId>;
export type EmailId = z.infer<typeof EmailId>;
export type ThreadId = z.infer<typeof ThreadId>;
export type FileId = z.infer<typeof FileId>;
export type ImportId = z.infer<typeof ImportId>;
export type TokenId = z.infer<typeof TokenId>;
export type InteractionId = z.infer<typeof InteractionId>;
export type PromiseId = z.infer<typeof PromiseId>;
