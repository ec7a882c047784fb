// The words in lines that email programs and phones add below an email: see device-signature.ts.

/** Names of devices and email programs, in lower case: such a line has at least one. */
export const devices = words(
  'iphone ipad ipod macbook imac apple android samsung galaxy huawei xiaomi redmi poco oneplus oppo vivo realme honor nokia sony',
  'xperia htc motorola moto lg pixel nexus fairphone blackberry lumia surface windows phone smartphone handy telephone mobiltelefon smarttelefon',
  'telefon téléphone teléfono telefone telefono telefoon puhelin puhelimesta telefonu телефона телефону mobile mobil móvil móviles',
  'celular cellulare mobiel mobilen mobilní mobilu tablet 手机 手機 平板 스마트폰 휴대폰 핸드폰 스마트폰에서 スマートフォン スマホ携帯',
  'outlook gmail yahoo gmx web.de k9 thunderbird protonmail proton tuta tutanota spark bluemail edison airmail aquamail mymail',
  'mail.ru почты почта яндекс яндекс.почты yandex zoho fastmail superhuman hey typeapp newton canary libero posteo mailbox.org icloud freenet tonline aol mailspring',
  'droid fairemail nine boxer hotmail live.com naver 네이버 qq 网易 网易邮箱 foxmail 163 126 sina mac watch',
  'shortwave mimestream rediffmail onet yahoo!メール 小米 华为 三星 荣耀 小米手机 华为手机 三星手机 荣耀手机 安卓手机 vivo手机 oppo手机',
)

/** Other words in such lines, in every language: any word that is not here makes the line a sentence. */
export const fillers = words(
  // Whose it is
  'my the a an der die das dem den mein meine meinem meiner meinen mein(em) mon ma mes mi mis meu minha mio mia il mijn min mitt mit mina mina minu mano',
  'mana moj mojego mojej mojeho mého mé můj môjho mojho moje mojega mog мой моего моей моєго мого моя το μου tôi của saya miliknya uw',
  'शेरे मेरे meu nire benim 나의 내 私の שלי الخاص بي جهاز الـ من ของฉัน az a al el la le les l o os do da dal della de del des pe ul meu',
  // For what, and with what
  'for für pour para per for voor för til på na do pentru için untuk cho на для для за لنظام لـ עבור with mit avec con com met med via z',
  'with from using s со с on in auf sur em su op i і и and und et y e en og och ja oraz a az',
  'ios ipados macos harmonyos os pc mac linux handset device gerät geräts appareil dispositivo dispositif apparaat toestel enhed enhet',
  'enheten laite urządzenia zařízení zariadenia készülék készülékemről dispozitiv устройства пристрою cihaz cihazımdan thiết bị perangkat',
  'mail mails email app apps application programm applicazione aplicación aplicativo postfach mailbox secure sichere safe free',
  'wireless network 4g 5g lte att at&t verizon tmobile claro movistar vodafone telekom orange swisscom o2 three ee sprint digicel rogers bell telus',
  'pro max plus mini ultra air se lite note fold flip edge neo fe go play prime active smart client communicator workspace',
  'posta posty post poczta poczty pošta pošty correo correio courrier correu почта почты пошта пошти programu programa приложения додатка програми',
  'aplikacji aplikacja aplikace aplikácie aplikacije uygulaması uygulamasından alkalmazásból alkalmazás tab pre per για ile 版',
  'herunter application aplikację systemu uygulamasını मोबाइल мобильной мобільної one enjoy ad-free ad secure emails & dla no omról ról ről amról emről',
  'nothing aus mobilnej мобильного мобільного мог а lle beszerzése re 메일 앱 დან עבור สำหรับ',
)

function words(...lines: string[]): Set<string> {
  return new Set(lines.join(' ').split(' '))
}

/** Networks and makers whose names appear in such lines together with what was used: “T-Mobile 5G Device”. */
export const networks = words(
  'telekom tmobile vodafone o2 verizon at&t att orange swisscom movistar claro sprint telus rogers bell ee three digicel a1 magenta',
)
export const things = words(
  'app device mail phone gerät appareil dispositivo dispositif apparaat enhet handset',
)

/** Programs that add an advertisement of themselves, with the system that they run on. */
export const advertised = words('outlook bluemail typeapp edison aquamail')

/** Sentences that programs add. */
export const excuses =
  /[.,;!]{0,2}\s(?:please (?:excuse|pardon|forgive) (?:my |any |the )?(?:brevity|typos|errors|typos and brevity|brevity and typos)|bitte entschuldigen? (?:sie )?(?:die |meine )?(?:kürze|tippfehler)|veuillez excuser (?:ma|la) brièveté|disculpe? (?:mi|la) brevedad|scusate? la brevità|excuse my brevity|enjoy secure & ad-free emails)\.?$/
