import type { Email } from "@sidenote/contract/emails";
import { size } from "@sidenote/panel/ui/when";
import { Paperclip } from "lucide-react";

/** Files as downloads: none is opened here. */
export function Attachments({ attachments }: Pick<Email, "attachments">) {
  if (attachments.length === 0) return null;
  return (
    <ul className="row wrap files" aria-label="Attachments">
      {attachments.map(({ fileId, name, mediaType, sizeBytes }) => (
        <li key={fileId}>
          <a className="chip" href={`/v1/files/${fileId}`} download={name} title={`${name} (${mediaType})`}>
            <Paperclip size={14} strokeWidth={1.75} aria-hidden />
            <span className="clip">{name || "file"}</span>
            <span className="t-meta num">{size(sizeBytes)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
