import { openDataFolder } from '../../src/platform/data-folder/open-data-folder.ts'
import { openRecords } from '../../src/platform/database/open-records.ts'

/**
 * A process that opens the records of the folder it is given, says so on one line, and closes them when its input
 * ends: what tests start beside themselves, several at once, to kill or to let end.
 */
const records = await openRecords(openDataFolder(process.argv[2]!))
console.log(`open ${await records.ready()}`)
process.stdin.resume().on('end', async () => {
  await records.stop()
  console.log('closed')
})
