/** Callers are identified only by their token, so any page may call, and none sends credentials on its own. */
export const cors = {
  origin: '*',
  credentials: false,
  methods: ['GET', 'POST', 'OPTIONS'],
  allowedHeaders: ['authorization', 'content-type'],
  exposedHeaders: ['retry-after'],
  maxAge: 7_200,
}

/** The same as headers. */
export const corsHeaders = {
  'access-control-allow-origin': cors.origin,
  'access-control-allow-methods': cors.methods.join(', '),
  'access-control-allow-headers': cors.allowedHeaders.join(', '),
  'access-control-expose-headers': cors.exposedHeaders.join(', '),
  'access-control-max-age': String(cors.maxAge),
}
