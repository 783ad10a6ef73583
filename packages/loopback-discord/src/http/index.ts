export { readBody } from './body.ts'
export {
  type Field,
  type Fields,
  list,
  number,
  object,
  oneOf,
  optional,
  readFields,
  record,
  text,
  type ValuesOf,
  yesOrNo,
} from './fields.ts'
export { LOOPBACK, listen, shut } from './listening.ts'
export { respond, toAnswer } from './respond.ts'
export {
  Answer,
  type Method,
  match,
  methodsOf,
  NO_CONTENT,
  type Route,
  type RouteRequest,
  route,
  type UploadedFile,
} from './router.ts'
export { targetOf } from './target.ts'
