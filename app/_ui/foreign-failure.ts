/** True for what the browser throws when React finds its nodes where others have moved them. */
export const isForeignFailure = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'HierarchyRequestError')
