export { type AppOptions, createApp } from './app.ts';
export { type ImportOptions, type ImportReport, importFile, UnknownTownError } from './import-file.ts';
export { keepDemo, refreshDemo, removeDemo } from './keep-demo.ts';
export { readSettings, type Settings, SettingsError, variables } from './settings.ts';
export { type Database, databaseName, openDatabase } from './storage/database.ts';
export { searchPrograms } from './storage/program-search.ts';
export { type Changes, findProgram, type ReplaceOptions, replacePrograms } from './storage/program-store.ts';
export { findTown, listTowns, saveTown } from './storage/town-store.ts';
export { version } from './version.ts';
