/** Why a model's answer cannot be used: one sentence for the person who asked. */
export class ProviderFailure extends Error {
  /** What the provider says of it itself: a stranger's words, for the person's eyes and not for the ledger. */
  readonly words: string | null;

  constructor(message: string, words: string | null = null) {
    super(message);
    this.words = words;
  }
}
