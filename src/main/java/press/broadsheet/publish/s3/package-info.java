/** Publishes to any object store that speaks S3. The only user of the signer. */
@NullMarked
package press.broadsheet.publish.s3;

import org.jspecify.annotations.NullMarked;
