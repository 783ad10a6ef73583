import { once } from 'node:events'
import { DatabaseSync } from 'node:sqlite'

/** Takes the write lock of the given database, says so, and keeps it until its input ends. */
const database = new DatabaseSync(process.argv[2]!)
database.exec('begin immediate')
console.log('locked')
process.stdin.resume()
await once(process.stdin, 'end')
database.exec('rollback')
database.close()
