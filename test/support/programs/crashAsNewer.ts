/** Plays a newer version of Headroom that dies before its log was written back. */
import SqliteDatabase from 'better-sqlite3';

const [file = ''] = process.argv.slice(2);
const database = new SqliteDatabase(file);
database.pragma('locking_mode = EXCLUSIVE');
database.pragma('user_version = 9');
database.exec('CREATE TABLE novelty (id TEXT PRIMARY KEY) STRICT');
process.kill(process.pid, 'SIGKILL');
