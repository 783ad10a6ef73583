/** Loaded into the bot's process before its own entry: a bot whose sandbox has died would look for it for ever. */
process.once('disconnect', () => process.exit(1))
