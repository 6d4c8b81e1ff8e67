import { emails } from "@sidenote/contract/emails";
import type { EmailId } from "@sidenote/contract/ids";
import { Load } from "@sidenote/panel/ui/Load.tsx";
import { useCall } from "../queries.ts";

/**
 * A mail's HTML as its writer made it. The sandbox allows nothing: no script, no form, no way out; the page's own policy and the
 * one inside keep remote pictures away, so nobody learns that the mail was read.
 */
export function HtmlFrame({ id }: { id: EmailId }) {
  const html = useCall(emails.html, { id });
  return (
    <Load query={html}>
      {(data) => (
        <>
          <iframe
            className="html-frame"
            title="The mail as it was sent"
            sandbox=""
            srcDoc={data.html}
            referrerPolicy="no-referrer"
          />
          <p className="t-meta">Pictures from elsewhere are not loaded, and nothing in here can run or be followed.</p>
        </>
      )}
    </Load>
  );
}
