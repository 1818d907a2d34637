package press.broadsheet.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine;

/** Reads {@code --base-url}: a whole address of the web, to which a closing slash is added where it is missing. */
final class BaseAddress implements CommandLine.ITypeConverter<URI> {
    @Override
    public URI convert(String value) {
        try {
            var address = new URI(value.endsWith("/") ? value : value + "/");
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null && address.getRawQuery() == null && address.getRawFragment() == null) {
                return address.normalize();
            }
        } catch (URISyntaxException unreadable) {
            // Told below, in the same words.
        }
        throw new CommandLine.TypeConversionException(
                "\"" + value + "\" is no address of a paper; write it as https://lantern.example/");
    }
}
