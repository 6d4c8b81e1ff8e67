import type { ShortReply } from "@sidenote/contract/drafts";

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
            <span>{saysOf(reply)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What it says between greeting and closing. */
const saysOf = ({ draft }: ShortReply): string => draft.split("\n\n").slice(1, -1).join(" ");
