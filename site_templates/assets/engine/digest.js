/**
 * SHA-256 as HTML writes it.
 */

/**
 * @param {BufferSource} bytes
 * @returns {Promise<string>} such as `sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=`
 */
export async function integrityOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/**
 * @param {BufferSource} bytes
 * @param {string} integrity
 */
export async function verifies(bytes, integrity) {
  return (await integrityOf(bytes)) === integrity;
}
