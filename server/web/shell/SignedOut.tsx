import { Button } from "@sidenote/panel/ui/Button.tsx";
import { useSearchParams } from "wouter";
import { Mark } from "./Mark.tsx";
import { useTitle } from "./title.ts";

/** Nobody is signed in: how to come in, in one step. */
export function SignedOut({ again }: { again: () => void }) {
  const [query] = useSearchParams();
  useTitle("Sign in");
  return (
    <main className="alone">
      <div className="stack sign-in">
        <div className="row">
          <Mark /> <span className="strong">Sidenote</span>
        </div>
        <h1 className="t-page">{query.get("link") === "used" ? "That link has been used" : "Sign in with a link"}</h1>
        {query.get("link") === "used" && (
          <p className="t-2">A link signs in once, and only within the hour. Make a new one:</p>
        )}
        <ol className="t-2">
          <li>
            On the machine where Sidenote runs, in its folder, type <code>npm run -s sidenote link</code>
          </li>
          <li>Open the link that it prints, in this browser</li>
        </ol>
        <p className="t-meta">There is no password: whoever can use that machine can make a link.</p>
        <div>
          <Button onClick={again}>I have signed in</Button>
        </div>
      </div>
    </main>
  );
}
