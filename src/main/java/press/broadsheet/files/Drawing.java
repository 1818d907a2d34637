package press.broadsheet.files;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/**
 * SVG: its size, and whether it could run a script. A reader may open the file by its address, and then it is a page of
 * the paper's with all rights of one.
 */
final class Drawing {
    private static final String MEDIA_TYPE = "image/svg+xml";
    private static final Set<String> ACTIVE =
            Set.of("script", "foreignobject", "iframe", "object", "embed", "handler", "listener", "audio", "video");
    private static final Set<String> ANIMATIONS = Set.of("set", "animate", "animatemotion", "animatetransform");

    private Drawing() {}

    static Optional<PictureFile> read(byte[] bytes, Place place, Problems problems) {
        // An entity may hide whatever we look for; no drawing program needs them.
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains("<!ENTITY")) {
            tellUnsafe("entity declarations", place, problems);
            return Optional.empty();
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return read(reader, place, problems);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            PictureFile.tellUnknown(place, problems);
            return Optional.empty();
        }
    }

    private static Optional<PictureFile> read(XMLStreamReader reader, Place place, Problems problems)
            throws XMLStreamException {
        PictureFile size = null;
        String encoding = reader.getEncoding();
        if (encoding != null
                && !Set.of("UTF-8", "ISO-8859-1", "US-ASCII").contains(encoding.toUpperCase(Locale.ROOT))) {
            PictureFile.tellUnknown(place, problems);
            return Optional.empty();
        }
        while (reader.hasNext()) {
            int event = reader.next();
            String danger = "";
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (size == null && !reader.getLocalName().equals("svg")) {
                    PictureFile.tellUnknown(place, problems);
                    return Optional.empty();
                }
                size = size == null ? size(reader) : size;
                danger = danger(reader);
            } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION
                    && "xml-stylesheet".equals(reader.getPITarget())) {
                danger = "a style sheet from elsewhere";
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                danger = "an entity";
            }
            if (!danger.isEmpty()) {
                tellUnsafe(danger, at(place, reader), problems);
                return Optional.empty();
            }
        }
        return Optional.ofNullable(size);
    }

    private static Place at(Place place, XMLStreamReader reader) {
        return place.atLine(Math.max(0, reader.getLocation().getLineNumber()));
    }

    private static String danger(XMLStreamReader reader) {
        String element = reader.getLocalName().toLowerCase(Locale.ROOT);
        if (ACTIVE.contains(element)) {
            return "the element <" + reader.getLocalName() + ">";
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = bare(reader.getAttributeValue(i));
            boolean animatesLink = ANIMATIONS.contains(element)
                    && name.equals("attributename")
                    && (value.endsWith("href") || value.startsWith("on"));
            if (name.startsWith("on") || animatesLink || isScript(value)) {
                return "the attribute \"" + reader.getAttributeLocalName(i) + "\"";
            }
            if (name.equals("href") && value.startsWith("data:") && !isPlainImage(value)) {
                return "a link to embedded data";
            }
        }
        return "";
    }

    private static boolean isScript(String value) {
        return value.contains("javascript:") || value.contains("vbscript:");
    }

    private static boolean isPlainImage(String value) {
        return value.startsWith("data:image/png")
                || value.startsWith("data:image/jpeg")
                || value.startsWith("data:image/jpg")
                || value.startsWith("data:image/gif")
                || value.startsWith("data:image/webp")
                || value.startsWith("data:image/avif");
    }

    /** Browsers pass over white space and control characters in the scheme of an address. */
    private static String bare(String value) {
        var bare = new StringBuilder(Math.min(value.length(), 4096));
        for (int i = 0; i < value.length() && bare.length() < 4096; i++) {
            char c = value.charAt(i);
            if (c > ' ') {
                bare.append(Character.toLowerCase(c));
            }
        }
        return bare.toString();
    }

    private static PictureFile size(XMLStreamReader reader) {
        double width = length(reader.getAttributeValue(null, "width"));
        double height = length(reader.getAttributeValue(null, "height"));
        double[] box = viewBox(reader.getAttributeValue(null, "viewBox"));
        if (width <= 0 && height <= 0) {
            width = box[0];
            height = box[1];
        } else if (width <= 0) {
            width = box[1] > 0 ? height * box[0] / box[1] : 0;
        } else if (height <= 0) {
            height = box[0] > 0 ? width * box[1] / box[0] : 0;
        }
        return new PictureFile((int) Math.round(width), (int) Math.round(height), MEDIA_TYPE);
    }

    /** In pixels; 0 if absent or relative to something that is not known here. */
    private static double length(@org.jspecify.annotations.Nullable String value) {
        if (value == null) {
            return 0;
        }
        String text = value.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || ".+-".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        double factor = switch (text.substring(end)) {
            case "", "px" -> 1;
            case "pt" -> 96 / 72.0;
            case "pc" -> 16;
            case "in" -> 96;
            case "cm" -> 96 / 2.54;
            case "mm" -> 96 / 25.4;
            default -> 0;
        };
        return factor * number(text.substring(0, end));
    }

    private static double[] viewBox(@org.jspecify.annotations.Nullable String value) {
        String[] parts = value == null ? new String[0] : value.strip().split("[\\s,]+");
        return parts.length == 4 ? new double[] {number(parts[2]), number(parts[3])} : new double[] {0, 0};
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void tellUnsafe(String what, Place place, Problems problems) {
        problems.add(
                FileFault.UNSAFE_PICTURE,
                place,
                "This drawing could run a script in a reader's browser: it has " + what + ".",
                "Export it as plain SVG, or as PNG.");
    }

    private static XMLInputFactory factory() {
        // The JDK's own parser, whatever stands on the class path.
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }
}
