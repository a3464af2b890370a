export { groupName, isShortened, shortPaperName, shortProcedureName } from '../../catalogue/index.ts'
