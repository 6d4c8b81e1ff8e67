import type { ShortReply } from "@sidenote/contract/drafts";
import { layOut } from "../draft-text.ts";

/** Short replies to choose from: each a whole mail, of which the gist and the words are shown. */
export function DraftReplies({
  replies,
  onChoose,
}: {
  replies: "asked" | readonly ShortReply[];
  onChoose: (reply: ShortReply) => void;
}) {
  if (replies === "asked")
    return (
      <p className="t-meta" role="status">
        Looking for short replies…
      </p>
    );
  if (replies.length === 0) return <p className="t-meta">There is nothing here to reply to in a line.</p>;
  return (
    <ul className="replies" aria-label="Short replies">
      {replies.map((reply) => (
        <li key={reply.label}>
          <button type="button" className="reply" onClick={() => onChoose(reply)}>
            <span className="reply-gist">{reply.label}</span>
            <span dir="auto">{says(reply)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What it says between greeting and closing, its blanks marked as in the whole. */
function says({ draft }: ShortReply) {
  const text = draft.split("\n\n").slice(1, -1).join(" ");
  return layOut({ text, statements: [] })
    .flat()
    .map((piece, i) =>
      piece.kind === "blank" ? (
        <span key={i} className="blank">
          {piece.text}
        </span>
      ) : (
        piece.kind === "text" && piece.text
      ),
    );
}
