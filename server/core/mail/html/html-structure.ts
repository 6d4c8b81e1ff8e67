/**
 * A stretch of the converted text of which the mark-up says what it is; `rest`: a quote that begins here and ends with the mail;
 * `below`: a signature that begins here and ends with what is said.
 */
export type Mark = { kind: "quote" | "rest" | "signature" | "below"; start: number; end: number };

/** How mail programs mark what they quote, and what stands below it. `x_` is Outlook's prefix for what came from outside. */
export const STRUCTURE: Record<Mark["kind"], readonly string[]> = {
  quote: [
    "div.gmail_attr",
    "div.x_gmail_attr",
    "div.moz-cite-prefix",
    "div.yahoo_quoted",
    "div[id^=yahoo_quoted]",
    "div.protonmail_quote",
    "div.zmail_extra",
    "div[name=quote]",
    "div[name=messageReplySection]",
    'div[data-marker="__QUOTED_TEXT__"]',
    "div.ms-outlook-mobile-reference-message",
    "span#OLK_SRC_BODY_SECTION",
  ],
  rest: [
    "div#appendonsend",
    "div#x_appendonsend",
    "div#divRplyFwdMsg",
    "div#x_divRplyFwdMsg",
    "div.OutlookMessageHeader",
    "hr#stopSpelling",
    "div#mail-editor-reference-message-container",
  ],
  signature: [
    "div.gmail_signature",
    "div.x_gmail_signature",
    "div[data-smartmail=gmail_signature]",
    "div.moz-signature",
    "pre.moz-signature",
    "div#Signature",
    "div#signature",
    "div#x_Signature",
    "div#AppleMailSignature",
    "div#ms-outlook-mobile-signature",
    "div.front-signature",
    "div.tutanota_signature",
    "div.protonmail_signature_block",
    "div[name=messageSignatureSection]",
    'div[data-marker="__SIG_PRE__"]',
    'div[data-marker="__SIG_POST__"]',
    "div.k9mail-signature",
    "div#_rc_sig",
    "div.sh-signature",
    'div[data-signature-widget="container"]',
    'div[class^=ydp][class$="signature"]',
  ],
  // Apple Mail marks the line above its signature, and not the signature.
  below: ["br#lineBreakAtBeginningOfSignature"],
};

/** Outlook draws a line above the header of the mail that is answered; the header's words are in any language. */
export const OUTLOOK_LINE = [
  'div[style*="border-top:solid #E1E1E1"]',
  'div[style*="border-top:solid #B5C4DF"]',
  'div[style*="border-top: 1pt solid rgb(225, 225, 225)"]',
  'div[style*="border-top:1pt solid rgb(225,225,225)"]',
  'div[style*="border-top: solid #E1E1E1"]',
  'div[style*="border-top:1pt solid rgb(181,196,223)"]',
  'div[style*="border-top: 1pt solid rgb(181, 196, 223)"]',
];

/** What no reader sees: the lines that lists of mails show beside a subject, and copies for other screens. */
export const HIDDEN = ['[style*="display:none"]', '[style*="display: none"]', "[hidden]"];

/** Gmail's and Outlook's way to indent what is no quote. */
export const INDENTED = [
  'blockquote[style*="border:none"]',
  'blockquote[style*="border: none"]',
  "blockquote[dir][style*=margin-right]",
];
