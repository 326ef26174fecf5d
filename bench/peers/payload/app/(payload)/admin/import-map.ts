/** Components of the panel that are not Payload's own: none. */
export const importMap = {};
