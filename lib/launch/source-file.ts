/** A file by its path from the root, with its text. */
export type SourceFile = { path: string; text: string }
