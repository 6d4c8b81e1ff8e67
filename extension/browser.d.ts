import "wxt/browser";

declare module "wxt/browser" {
  export interface WxtRuntime {
    /** A file of the extension; WXT's own list of them exists only after a build. */
    getURL(path: "/" | "/options.html" | `/panel.html${string}`): string;
  }
}
