export { defaultProtocol } from './protocol/index.ts'
