/** Fetched when words are selected: it reads sentences for who says what, which the rest of the workbench does not. */
export const bareWordings = () => import('@/lib/attributions/bare-wording')
