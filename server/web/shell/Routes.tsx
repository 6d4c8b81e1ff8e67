import { ActivityId, CompanyId, ContactId, EmailId, ImportId, ThreadId } from "@sidenote/contract/ids";
import type { Me } from "@sidenote/contract/organizations";
import type { ReactNode } from "react";
import { Redirect, Route, Switch } from "wouter";
import { NotFound } from "./NotFound.tsx";
import { pages } from "./pages.ts";

/** Which page stands at which address. */
export function Routes({ me }: { me: Me }) {
  return (
    <Switch>
      <Route path="/">{me.empty ? <pages.Welcome me={me} /> : <Redirect to="/mail" replace />}</Route>
      <Route path="/mail">
        <pages.Mail me={me} />
      </Route>
      <Route path="/threads/:id">
        {checked(ThreadId, (id) => (
          <pages.Mail me={me} threadId={id} />
        ))}
      </Route>
      <Route path="/contacts">
        <pages.Contacts />
      </Route>
      <Route path="/contacts/:id">
        {checked(ContactId, (id) => (
          <pages.Contact key={id} id={id} />
        ))}
      </Route>
      <Route path="/companies">
        <pages.Companies />
      </Route>
      <Route path="/companies/:id">
        {checked(CompanyId, (id) => (
          <pages.Company key={id} id={id} />
        ))}
      </Route>
      <Route path="/search">
        <pages.Search />
      </Route>
      <Route path="/emails/:id">
        {checked(EmailId, (id) => (
          <pages.Email id={id} />
        ))}
      </Route>
      <Route path="/activities/:id">
        {checked(ActivityId, (id) => (
          <pages.Activity id={id} />
        ))}
      </Route>
      <Route path="/import">
        <pages.Imports me={me} />
      </Route>
      <Route path="/imports/:id">
        {checked(ImportId, (id) => (
          <pages.Import key={id} id={id} />
        ))}
      </Route>
      <Route path="/ledger">
        <pages.Ledger />
      </Route>
      <Route path="/settings">
        <pages.Settings me={me} />
      </Route>
      <Route path="/pair">
        <pages.Pair me={me} />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

/** A page about one record, where the address names one. */
const checked =
  <T,>(
    schema: { safeParse(id: string): { success: true; data: T } | { success: false } },
    show: (id: T) => ReactNode,
  ) =>
  ({ id }: { id: string }) => {
    const parsed = schema.safeParse(id);
    return parsed.success ? show(parsed.data) : <NotFound />;
  };
