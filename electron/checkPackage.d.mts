/** What is wrong with a list of the files in an archive for that system; empty when nothing is. */
export function archiveComplaints(files: readonly string[], platform: string): readonly string[];
/** The files in an archive, without its folders, with forward slashes. */
export function archiveFiles(archive: string): readonly string[];
