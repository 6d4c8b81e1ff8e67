import { activities } from "@sidenote/contract/activities";
import { emails } from "@sidenote/contract/emails";
import type { ActivityId, EmailId } from "@sidenote/contract/ids";
import { Link, Redirect } from "wouter";
import { OneRecord } from "../parts/OneRecord.tsx";
import { Page } from "../parts/Page.tsx";
import { useCall } from "../queries.ts";
import { ActivityText } from "../records/ActivityText.tsx";

/** A mail is read in its thread. */
export function EmailPage({ id }: { id: EmailId }) {
  return (
    <OneRecord query={useCall(emails.get, { id })} what="mail">
      {({ threadId }) => <Redirect to={`/threads/${threadId}?mail=${id}`} replace />}
    </OneRecord>
  );
}

/** A note is read where it belongs: with its person, else its company. */
export function ActivityPage({ id }: { id: ActivityId }) {
  return (
    <OneRecord query={useCall(activities.get, { id })} what="note">
      {({ contactIds: [contactId], companyId, title }) => {
        if (contactId) return <Redirect to={`/contacts/${contactId}?entry=${id}`} replace />;
        if (companyId) return <Redirect to={`/companies/${companyId}?entry=${id}`} replace />;
        return (
          <Page title={title}>
            <ActivityText id={id} />
            <Link href="/search">Search</Link>
          </Page>
        );
      }}
    </OneRecord>
  );
}
