package press.broadsheet.make.asset;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPIterator;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.IteratorOptions;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.options.SerializeOptions;
import com.adobe.internal.xmp.properties.XMPPropertyInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Of XMP (ISO 16684-1): who made the picture, who owns it, what may be done with it, and whether a machine made it. */
final class XmpRights {
    private static final Set<String> EVERYTHING = Set.of();

    /** The names that stay, by namespace. */
    private static final Map<String, Set<String>> KEPT = Map.of(
            "http://purl.org/dc/elements/1.1/", Set.of("creator", "rights"),
            "http://ns.adobe.com/xap/1.0/rights/", EVERYTHING,
            "http://ns.adobe.com/photoshop/1.0/", Set.of("Credit", "Source"),
            "http://creativecommons.org/ns#", EVERYTHING,
            "http://ns.useplus.org/ldf/xmp/1.0/", EVERYTHING,
            "http://iptc.org/std/Iptc4xmpExt/2008-02-29/", Set.of("DigitalSourceType"),
            "http://ns.adobe.com/tiff/1.0/", Set.of("Orientation"));

    private XmpRights() {}

    private record Property(String namespace, String path) {
        boolean isKept() {
            Set<String> names = KEPT.get(namespace);
            String name = path.substring(path.indexOf(':') + 1);
            return names != null && (names.isEmpty() || names.contains(name));
        }
    }

    /** The same if nothing else is in it; empty if nothing of these is, or it cannot be read. */
    static byte[] of(byte[] packet) {
        try {
            XMPMeta all = XMPMetaFactory.parseFromBuffer(packet, new ParseOptions().setDisallowDoctype(true));
            List<Property> properties = properties(all);
            boolean none = properties.stream().noneMatch(Property::isKept);
            if (none) {
                return new byte[0];
            }
            if (properties.stream().allMatch(Property::isKept)) {
                return packet;
            }
            for (Property property : properties) {
                if (!property.isKept()) {
                    all.deleteProperty(property.namespace(), property.path());
                }
            }
            return XMPMetaFactory.serializeToBuffer(
                    all, new SerializeOptions().setOmitPacketWrapper(true).setUseCompactFormat(true));
        } catch (XMPException unreadable) {
            return new byte[0];
        }
    }

    private static List<Property> properties(XMPMeta all) throws XMPException {
        var properties = new ArrayList<Property>();
        var direct = new IteratorOptions().setJustChildren(true);
        for (XMPIterator schemas = all.iterator(direct); schemas.hasNext(); ) {
            String namespace = ((XMPPropertyInfo) schemas.next()).getNamespace();
            for (XMPIterator names = all.iterator(namespace, null, direct); names.hasNext(); ) {
                properties.add(new Property(namespace, ((XMPPropertyInfo) names.next()).getPath()));
            }
        }
        return properties;
    }
}
