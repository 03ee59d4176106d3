/**
 * Names the way in which plans are computed. It grows with every change after which some plan comes to other numbers,
 * so that a saved version can say which engine its results are from.
 */
export const engineVersion = '1';
