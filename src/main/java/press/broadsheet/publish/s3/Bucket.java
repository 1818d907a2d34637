package press.broadsheet.publish.s3;

import java.net.URI;
import press.broadsheet.text.Percent;

/**
 * Where the site's objects are.
 *
 * @param endpoint the store's address, with a closing slash
 * @param prefix before every key; empty or with a closing slash
 */
record Bucket(URI endpoint, String name, String prefix) {
    /** For a person. */
    @Override
    public String toString() {
        return "s3://" + name + "/" + prefix + " at " + endpoint.getAuthority();
    }

    String key(String file) {
        return prefix + file;
    }

    /** The address of a file. The bucket stands in the path, which every store understands. */
    URI address(String file) {
        return endpoint.resolve(Percent.encode(name + "/" + key(file)));
    }

    /** The address of the bucket itself. */
    URI address() {
        return endpoint.resolve(Percent.encode(name));
    }

    /** As the store is told where to copy from. */
    String source(String file) {
        return "/" + Percent.encode(name + "/" + key(file));
    }
}
