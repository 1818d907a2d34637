package press.broadsheet.publish.s3;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the store answered. Whoever is given the bytes has them for himself: nothing else keeps an answer.
 */
final class Answer {
    private final int status;
    private final Function<String, String> headers;
    private final byte[] body;

    /**
     * @param headers gives a header's value; empty if it is not there
     */
    Answer(int status, Function<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    /** A header's value; empty if it is not there. */
    String header(String name) {
        return headers.apply(name);
    }

    byte[] body() {
        return body;
    }

    boolean isGood() {
        return status / 100 == 2 && texts("Code").isEmpty();
    }

    /** The store's word for what is wrong; empty if it has none. */
    String code() {
        return isXml() ? first("Code") : "";
    }

    /** The store's sentence for what is wrong; empty if it has none. */
    String message() {
        return isXml() ? first("Message") : "";
    }

    /** The text of the first element of that name; empty if there is none. */
    String first(String element) {
        List<String> texts = texts(element);
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    private boolean isXml() {
        for (byte b : body) {
            if (b > ' ') {
                return b == '<';
            }
        }
        return false;
    }

    /** The texts of all elements of that name; none if the answer is no XML. */
    List<String> texts(String element) {
        var texts = new ArrayList<String>();
        if (!isXml()) {
            return texts;
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    texts.add(xml.getElementText());
                }
            }
        } catch (XMLStreamException e) {
            // A page of a proxy: what could be read of it stands.
            return texts;
        }
        return texts;
    }
}
