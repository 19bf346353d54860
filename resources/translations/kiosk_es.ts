<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>AnnouncementPage</name>
    <message>
        <source>Announcement</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>The announcement</source>
        <translation>El aviso</translation>
    </message>
    <message>
        <source>Touch to type, or choose a line below</source>
        <translation>Toque para escribir o elija una frase abajo</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Hasta las %1</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 minutos</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 horas</translation>
    </message>
    <message>
        <source>Until closing time, %1</source>
        <translation>Hasta el cierre, a las %1</translation>
    </message>
    <message>
        <source>Put up</source>
        <translation>Publicar</translation>
    </message>
    <message>
        <source>Keep this line</source>
        <translation>Guardar la frase</translation>
    </message>
    <message>
        <source>Choose a line</source>
        <translation>Elija una frase</translation>
    </message>
</context>
<context>
    <name>BackupModel</name>
    <message>
        <source>Saved on %1 as %2.</source>
        <translation>Guardado en %1 como %2.</translation>
    </message>
    <message>
        <source>%1 holds from now on. The state before is in the history.</source>
        <translation>%1 rige desde ahora. El estado anterior está en el historial.</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Backup</source>
        <translation>Respaldo</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>Plug in a USB stick; it appears here.</source>
        <translation>Conecte una memoria USB; aparecerá aquí.</translation>
    </message>
    <message>
        <source>Save everything there</source>
        <translation>Guardar todo ahí</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento …</translation>
    </message>
    <message>
        <source>The order, all settings and the history, in one file. Never the PIN.</source>
        <translation>El orden, todos los ajustes y el historial, en un archivo. Nunca el PIN.</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>There is no backup on this drive.</source>
        <translation>No hay ningún respaldo en esta unidad.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>The file is right. It would change: %1. What was not saved is lost; the state of now stays in the history.</source>
        <translation>El archivo es correcto. Cambiaría: %1. Lo que no se guardó se pierde; el estado actual queda en el historial.</translation>
    </message>
    <message>
        <source>Bring in %1?</source>
        <translation>¿Importar %1?</translation>
    </message>
    <message>
        <source>Bring it in</source>
        <translation>Importar</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <comment>a whole date, as QLocale writes it</comment>
        <translation>dddd, d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a date in a sentence, as QLocale writes it</comment>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a short date, as QLocale writes it</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of the language that this is translated to</comment>
        <translation>es</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>This screen is being cleaned</source>
        <translation>Se está limpiando esta pantalla</translation>
    </message>
    <message>
        <source>%1 seconds left</source>
        <translation>Segundos restantes: %1</translation>
    </message>
    <message>
        <source>Touches do nothing now. The slides come back by themselves.</source>
        <translation>Por ahora, la pantalla no responde al tacto. Las diapositivas vuelven solas.</translation>
    </message>
</context>
<context>
    <name>ClockModel</name>
    <message>
        <source>The clock of this machine says %1, but something was saved here on %2. Announcements and dates wait until it is set.</source>
        <translation>El reloj de este equipo marca el %1, pero aquí se guardó algo el %2. Los avisos y las fechas esperan hasta que se ponga en hora.</translation>
    </message>
    <message>
        <source>The clock of this machine says %1. That cannot be right. Announcements and dates wait until it is set.</source>
        <translation>El reloj de este equipo marca el %1. Eso no puede ser. Los avisos y las fechas esperan hasta que se ponga en hora.</translation>
    </message>
    <message>
        <source>The clock is set.</source>
        <translation>El reloj está en hora.</translation>
    </message>
    <message>
        <source>This machine does not let the kiosk set the clock. Ask IT to run: %1</source>
        <comment>%1 is a command</comment>
        <translation>Este equipo no permite que el quiosco cambie la hora. Pida a informática que ejecute: %1</translation>
    </message>
    <message>
        <source>Nothing on this machine sets the clock for the kiosk. Ask IT to run: %1</source>
        <comment>%1 is a command</comment>
        <translation>En este equipo nada pone el reloj en hora para el quiosco. Pida a informática que ejecute: %1</translation>
    </message>
    <message>
        <source>The clock could not be set: %1</source>
        <translation>No se pudo poner el reloj en hora: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day and an hour</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ClockPage</name>
    <message>
        <source>Date and time</source>
        <translation>Fecha y hora</translation>
    </message>
    <message>
        <source>The clock says %1.</source>
        <translation>El reloj marca %1.</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>Es correcto</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>Minuto</translation>
    </message>
    <message>
        <source>Set the clock</source>
        <translation>Poner en hora</translation>
    </message>
    <message>
        <source>Set the clock to %1</source>
        <translation>Poner en hora: %1</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento …</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>Zona horaria: %1</translation>
    </message>
    <message>
        <source>Time from the network, where there is one</source>
        <translation>Hora de la red, si la hay</translation>
    </message>
</context>
<context>
    <name>ClockPart</name>
    <message>
        <source>%1: %2 less</source>
        <translation>%1: %2 menos</translation>
    </message>
    <message>
        <source>%1: %2 more</source>
        <translation>%1: %2 más</translation>
    </message>
</context>
<context>
    <name>ClockWarning</name>
    <message>
        <source>Set the clock</source>
        <translation>Poner en hora</translation>
    </message>
</context>
<context>
    <name>DayStepper</name>
    <message>
        <source>%1: a week earlier</source>
        <translation>%1: una semana antes</translation>
    </message>
    <message>
        <source>%1: a week later</source>
        <translation>%1: una semana después</translation>
    </message>
    <message>
        <source>%1: no limit</source>
        <translation>%1: sin límite</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>1 slide</source>
        <translation>1 diapositiva</translation>
    </message>
    <message>
        <source>%1 slides</source>
        <translation>%1 diapositivas</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>De %1 a %2: %3</translation>
    </message>
</context>
<context>
    <name>Dots</name>
    <message>
        <source>Slide %1 of %2</source>
        <translation>Diapositiva %1 de %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Reviewed: {}</source>
        <translation>Revisado: {}</translation>
    </message>
    <message>
        <source>To be reviewed by: {}</source>
        <translation>Revisar antes del: {}</translation>
    </message>
    <message>
        <source>Page {} of {}</source>
        <translation>Página {} de {}</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Time not known</source>
        <translation>Hora desconocida</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>As it was at first</source>
        <translation>Como era al principio</translation>
    </message>
    <message>
        <source>%1 · holds now</source>
        <translation>%1 · vigente</translation>
    </message>
    <message>
        <source>Nothing was saved yet.</source>
        <translation>Aún no se ha guardado nada.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento …</translation>
    </message>
    <message>
        <source>The order in version %1</source>
        <translation>El orden en la versión %1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivada</translation>
    </message>
    <message>
        <source>only after a touch</source>
        <translation>solo tras un toque</translation>
    </message>
    <message>
        <source>%1. %2 (%3)</source>
        <translation>%1. %2 (%3)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>It plays from the next slide on. What was not saved is lost. The state of now stays in this list.</source>
        <translation>Se aplica desde la próxima diapositiva. Lo que no se guardó se pierde. El estado actual queda en esta lista.</translation>
    </message>
    <message>
        <source>It plays from the next slide on. The state of now stays in this list.</source>
        <translation>Se aplica desde la próxima diapositiva. El estado actual queda en esta lista.</translation>
    </message>
    <message>
        <source>Bring back version %1?</source>
        <translation>¿Restaurar la versión %1?</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>Touch to read at your own pace</source>
        <translation>Toque para leer a su ritmo</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Waiting-room kiosk</source>
        <translation>Kiosco de la sala de espera</translation>
    </message>
    <message>
        <source>Touch to read at your own pace</source>
        <translation>Toque para leer a su ritmo</translation>
    </message>
</context>
<context>
    <name>MorePages</name>
    <message>
        <source>What plays when</source>
        <translation>Programación</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Fecha y hora</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Versiones anteriores</translation>
    </message>
    <message>
        <source>Export and import</source>
        <translation>Exportar e importar</translation>
    </message>
    <message>
        <source>Back to the slide order</source>
        <translation>Volver al orden</translation>
    </message>
</context>
<context>
    <name>MoveButtons</name>
    <message>
        <source>Move to the top</source>
        <translation>Mover al principio</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Mover hacia arriba</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Mover hacia abajo</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close the message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
</context>
<context>
    <name>PictureOpen</name>
    <message>
        <source>Close the picture</source>
        <translation>Cerrar la imagen</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Back to the slides</source>
        <translation>Volver a la pantalla</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>PIN del personal</translation>
    </message>
    <message>
        <source>Set a PIN for staff</source>
        <translation>Elija un PIN para el personal</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>El mismo PIN otra vez</translation>
    </message>
    <message>
        <source>No PIN is set</source>
        <translation>No hay ningún PIN</translation>
    </message>
    <message>
        <source>6 to 12 digits. Keep it with whoever looks after this screen.</source>
        <translation>De 6 a 12 dígitos. Debe tenerlo quien se encarga de esta pantalla.</translation>
    </message>
    <message>
        <source>Enter the six-digit code that the terminal or the log shows.</source>
        <translation>Introduzca el código de seis cifras que muestra el terminal o el registro.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation>Intente de nuevo en %1 s.</translation>
    </message>
    <message>
        <source>%1 digits typed</source>
        <translation>Dígitos escritos: %1</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>Borrar el último dígito</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>PinPadModel</name>
    <message>
        <source>The two were not the same. Choose a PIN again.</source>
        <translation>No coinciden. Elija un PIN de nuevo.</translation>
    </message>
    <message>
        <source>That was not the code.</source>
        <translation>Ese no era el código.</translation>
    </message>
    <message>
        <source>That was not the PIN.</source>
        <translation>Ese no es el PIN.</translation>
    </message>
    <message>
        <source>The PIN is set. Enter it to go on.</source>
        <translation>El PIN está listo. Escríbalo para continuar.</translation>
    </message>
</context>
<context>
    <name>Preparing</name>
    <message>
        <source>This screen is being prepared</source>
        <translation>Se está preparando esta pantalla</translation>
    </message>
</context>
<context>
    <name>RowCard</name>
    <message>
        <source>Its last change has a mistake in line %1; the version before plays</source>
        <translation>Su último cambio tiene un error en la línea %1; se muestra la versión anterior</translation>
    </message>
    <message>
        <source>Loop and menu</source>
        <translation>Ciclo y menú</translation>
    </message>
    <message>
        <source>Only after a touch</source>
        <translation>Solo tras un toque</translation>
    </message>
    <message>
        <source>%1 s (set by staff)</source>
        <translation>%1 s (elegido)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 s (automatic)</source>
        <translation>%1 s (automático)</translation>
    </message>
    <message>
        <source>review due %1</source>
        <translation>revisión prevista: %1</translation>
    </message>
    <message>
        <source>Slides: %1</source>
        <translation>Diapositivas: %1</translation>
    </message>
    <message>
        <source>Line %1: %2. It is skipped until this is mended.</source>
        <translation>Línea %1: %2. Se omite hasta que se corrija.</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>%1 no se puede mostrar</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>Mostrar “%1”</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search the slides</source>
        <translation>Buscar diapositivas</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Back to the slide</source>
        <translation>Volver a leer</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Temas</translation>
    </message>
    <message>
        <source>Text size: normal</source>
        <translation>Tamaño del texto: normal</translation>
    </message>
    <message>
        <source>Text size: large</source>
        <translation>Tamaño del texto: grande</translation>
    </message>
    <message>
        <source>Text size: largest</source>
        <translation>Tamaño del texto: máximo</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Controls within low reach</source>
        <translation>Controles más abajo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
</context>
<context>
    <name>SettingLine</name>
    <message>
        <source>%1: back to %2</source>
        <translation>%1: volver a %2</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1, desde</translation>
    </message>
    <message>
        <source>%1, until</source>
        <translation>%1, hasta</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Quitar: %1</translation>
    </message>
</context>
<context>
    <name>SettingsModel</name>
    <message>
        <source>Time without a touch until “Still reading?”</source>
        <translation>Tiempo sin tocar hasta “¿Sigue leyendo?”</translation>
    </message>
    <message>
        <source>Countdown of “Still reading?”</source>
        <translation>Cuenta regresiva de “¿Sigue leyendo?”</translation>
    </message>
    <message>
        <source>Reading speed</source>
        <translation>Velocidad de lectura</translation>
    </message>
    <message>
        <source>Shortest time on screen</source>
        <translation>Tiempo mínimo en pantalla</translation>
    </message>
    <message>
        <source>Longest time on screen</source>
        <translation>Tiempo máximo en pantalla</translation>
    </message>
    <message>
        <source>Size of the loop&apos;s text</source>
        <translation>Tamaño del texto del ciclo</translation>
    </message>
    <message>
        <source>Reduced motion: short plain fades</source>
        <translation>Menos movimiento: fundidos breves</translation>
    </message>
    <message>
        <source>Diagonal of the screen</source>
        <translation>Diagonal de la pantalla</translation>
    </message>
    <message>
        <source>Viewing distance</source>
        <translation>Distancia de lectura</translation>
    </message>
    <message>
        <source>Brightness at night, 22:00 to 06:00</source>
        <translation>Brillo de noche, de 22:00 a 06:00</translation>
    </message>
    <message>
        <source>When closed, a touch wakes the screen for</source>
        <translation>Cerrado: un toque enciende la pantalla</translation>
    </message>
    <message>
        <source>After leaving, the kiosk is back in</source>
        <translation>Tras salir, el kiosco vuelve en</translation>
    </message>
    <message>
        <source>Offered to patients</source>
        <translation>Se ofrecen a los pacientes</translation>
    </message>
    <message>
        <source>The loop alternates</source>
        <translation>El ciclo alterna</translation>
    </message>
    <message>
        <source>Open at all hours</source>
        <translation>Abierto a toda hora</translation>
    </message>
    <message>
        <source>Announcements to choose from</source>
        <translation>Avisos para elegir</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation>%1 pulg.</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 words/min</source>
        <translation>%1 pal./min</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>as reported</source>
        <translation>detectada</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automática</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>not by itself</source>
        <translation>no por sí solo</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Frases</translation>
    </message>
    <message>
        <source>This kiosk</source>
        <translation>Este kiosco</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Tiempos</translation>
    </message>
    <message>
        <source>Open hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The slides are back after a moment. What was not saved is kept as a draft.</source>
        <translation>Las diapositivas vuelven en un momento. Lo que no se guardó queda como borrador.</translation>
    </message>
    <message>
        <source>Restart the kiosk?</source>
        <translation>¿Reiniciar el kiosco?</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
</context>
<context>
    <name>SlideDetailCard</name>
    <message>
        <source>Time on screen</source>
        <translation>Tiempo en pantalla</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Automatic: %1 s</source>
        <translation>Automático: %1 s</translation>
    </message>
    <message>
        <source>Where it shows</source>
        <translation>Dónde se muestra</translation>
    </message>
    <message>
        <source>Loop and menu</source>
        <translation>Ciclo y menú</translation>
    </message>
    <message>
        <source>Only after a touch</source>
        <translation>Solo tras un toque</translation>
    </message>
    <message>
        <source>When it shows: %1</source>
        <translation>Cuándo se muestra: %1</translation>
    </message>
    <message>
        <source>Shows at any time</source>
        <translation>Se muestra siempre</translation>
    </message>
</context>
<context>
    <name>SlideList</name>
    <message>
        <source>Slides in their order</source>
        <translation>Diapositivas en su orden</translation>
    </message>
</context>
<context>
    <name>SlideOrderHeader</name>
    <message>
        <source>Slide order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>Guardar y cerrar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>More pages</source>
        <translation>Más páginas</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>SlideOrderPage</name>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Seguir editando</translation>
    </message>
    <message>
        <source>Everything goes back to what was last saved.</source>
        <translation>Todo vuelve a lo último que se guardó.</translation>
    </message>
    <message>
        <source>Discard all changes?</source>
        <translation>¿Descartar todos los cambios?</translation>
    </message>
</context>
<context>
    <name>SlidePreview</name>
    <message>
        <source>Preview of “%1”</source>
        <translation>Vista previa de “%1”</translation>
    </message>
    <message>
        <source>In the loop. Tap for more.</source>
        <translation>Ciclo. Toque para más.</translation>
    </message>
    <message>
        <source>After a touch, page %1 of %2</source>
        <translation>Tras un toque, página %1 de %2</translation>
    </message>
    <message>
        <source>After a touch</source>
        <translation>Tras un toque</translation>
    </message>
</context>
<context>
    <name>StaffHeader</name>
    <message>
        <source>Back to the slide order</source>
        <translation>Volver al orden</translation>
    </message>
</context>
<context>
    <name>StaffHome</name>
    <message>
        <source>Throw it away</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>The last time, this panel was left without saving.</source>
        <translation>La última vez se salió de este panel sin guardar.</translation>
    </message>
    <message>
        <source>Go on with what was not saved?</source>
        <translation>¿Continuar con lo que no se guardó?</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Save and close</source>
        <translation>Guardar y cerrar</translation>
    </message>
</context>
<context>
    <name>StaffPanel</name>
    <message>
        <source>The slides folder is missing. The last slides keep playing; it is looked for every few seconds.</source>
        <translation>Falta la carpeta de láminas. Siguen las últimas láminas; se busca cada pocos segundos.</translation>
    </message>
    <message>
        <source>The slides folder cannot be read. The last slides keep playing; it is tried every few seconds.</source>
        <translation>No se puede leer la carpeta de láminas. Siguen las últimas láminas; se intenta cada pocos segundos.</translation>
    </message>
    <message>
        <source>The slides folder is empty. The last slides keep playing until there are others.</source>
        <translation>La carpeta de láminas está vacía. Siguen las últimas láminas hasta que haya otras.</translation>
    </message>
    <message>
        <source>A part of the slides folder cannot be read. Its slides keep playing as they were.</source>
        <translation>No se puede leer una parte de la carpeta de láminas. Sus láminas siguen como estaban.</translation>
    </message>
    <message>
        <source>The slides folder does not answer. The last slides keep playing until it does.</source>
        <translation>La carpeta de láminas no responde. Siguen las últimas láminas hasta que responda.</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
    </message>
    <message>
        <source>page {} of {}</source>
        <translation>página {} de {}</translation>
    </message>
    <message>
        <source>Words to know</source>
        <translation>Palabras útiles</translation>
    </message>
</context>
<context>
    <name>StandingCard</name>
    <message>
        <source>On the screen until %1</source>
        <translation>En pantalla hasta las %1</translation>
    </message>
    <message>
        <source>On the screen until %1, once it is saved</source>
        <translation>En pantalla hasta las %1, una vez guardado</translation>
    </message>
    <message>
        <source>Take it down</source>
        <translation>Retirar</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>%1: less</source>
        <translation>%1: menos</translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation>%1: más</translation>
    </message>
</context>
<context>
    <name>StillReading</name>
    <message>
        <source>Still reading?</source>
        <translation>¿Sigue leyendo?</translation>
    </message>
    <message>
        <source>The screen will start over for the next person.</source>
        <translation>La pantalla volverá al inicio para la próxima persona.</translation>
    </message>
    <message>
        <source>Keep reading</source>
        <translation>Seguir leyendo</translation>
    </message>
    <message>
        <source>I am done</source>
        <translation>Ya terminé</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>Nothing can be saved: the disk is full. Have room made on it.</source>
        <translation>No se puede guardar nada: el disco está lleno. Pida que hagan sitio en él.</translation>
    </message>
    <message>
        <source>Nothing can be saved: the disk is read-only. Have that changed.</source>
        <translation>No se puede guardar nada: el disco es de solo lectura. Pida que lo cambien.</translation>
    </message>
    <message>
        <source>Nothing can be saved: this machine allows no files of that size.</source>
        <translation>No se puede guardar nada: este equipo no permite archivos de ese tamaño.</translation>
    </message>
    <message>
        <source>Nothing can be saved: the folder for it belongs to another user of this machine. Have that changed.</source>
        <translation>No se puede guardar nada: la carpeta pertenece a otro usuario de este equipo. Pida que lo cambien.</translation>
    </message>
    <message>
        <source>Nothing can be saved: something else stands where the folder for it should be. Have it moved away.</source>
        <translation>No se puede guardar nada: en el lugar de la carpeta hay otra cosa. Pida que la aparten.</translation>
    </message>
    <message>
        <source>Nothing can be saved: in the folder for it lies something that this program did not put there.</source>
        <translation>No se puede guardar nada: en la carpeta hay algo que este programa no ha puesto.</translation>
    </message>
    <message>
        <source>Nothing can be saved: the disk does not take it. Have it looked at.</source>
        <translation>No se puede guardar nada: el disco no lo acepta. Pida que lo revisen.</translation>
    </message>
    <message>
        <source>Somebody else is saving at the moment. Try again.</source>
        <translation>Otra persona está guardando en este momento. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Nothing can be saved: a newer version of this program has saved here. Have this one updated.</source>
        <translation>No se puede guardar nada: aquí ha guardado una versión más nueva de este programa. Pida que actualicen esta.</translation>
    </message>
    <message>
        <source>Not saved: it holds something that cannot be saved.</source>
        <translation>No se ha guardado: contiene algo que no se puede guardar.</translation>
    </message>
    <message>
        <source>A PIN has %1 to %2 digits.</source>
        <translation>Un PIN tiene de %1 a %2 cifras.</translation>
    </message>
    <message>
        <source>One digit again and again is easily guessed. Choose another PIN.</source>
        <translation>Una sola cifra repetida se adivina fácilmente. Elija otro PIN.</translation>
    </message>
    <message>
        <source>Counting up or down is easily guessed. Choose another PIN.</source>
        <translation>Contar hacia arriba o hacia abajo se adivina fácilmente. Elija otro PIN.</translation>
    </message>
    <message>
        <source>What repeats itself is easily guessed. Choose another PIN.</source>
        <translation>Lo que se repite se adivina fácilmente. Elija otro PIN.</translation>
    </message>
    <message>
        <source>Many people choose that PIN: it is easily guessed. Choose another.</source>
        <translation>Mucha gente elige ese PIN: se adivina fácilmente. Elija otro.</translation>
    </message>
    <message>
        <source>The PIN cannot be read. Whoever looks after this machine sets it anew at a terminal with: main.py pin</source>
        <translation>No se puede leer el PIN. Quien cuida de este equipo lo pone de nuevo en un terminal con: main.py pin</translation>
    </message>
    <message>
        <source>%1 wrong PINs were tried since the last right one.</source>
        <translation>Desde el último PIN correcto se han probado %1 incorrectos.</translation>
    </message>
    <message>
        <source> (and %1 more)</source>
        <translation> (y %1 más)</translation>
    </message>
    <message>
        <source>Something in what was saved cannot be used; the rest plays. Tell whoever looks after this machine: %1.</source>
        <translation>Algo de lo guardado no se puede usar; lo demás sigue. Dígaselo a quien cuida de este equipo: %1.</translation>
    </message>
</context>
<context>
    <name>Summaries</name>
    <message>
        <source>moved %1</source>
        <translation>movidas: %1</translation>
    </message>
    <message>
        <source>switched on %1</source>
        <translation>activadas: %1</translation>
    </message>
    <message>
        <source>switched off %1</source>
        <translation>desactivadas: %1</translation>
    </message>
    <message>
        <source>timed %1</source>
        <translation>con otro tiempo: %1</translation>
    </message>
    <message>
        <source>shown elsewhere %1</source>
        <translation>en otro lugar: %1</translation>
    </message>
    <message>
        <source>scheduled %1</source>
        <translation>con otro horario: %1</translation>
    </message>
    <message>
        <source>announcement put up</source>
        <translation>aviso publicado</translation>
    </message>
    <message>
        <source>announcement taken down</source>
        <translation>aviso retirado</translation>
    </message>
    <message>
        <source>announcement changed</source>
        <translation>aviso cambiado</translation>
    </message>
    <message>
        <source>brought back version %1</source>
        <translation>versión %1 restaurada</translation>
    </message>
    <message>
        <source>brought in from %1</source>
        <translation>importado de %1</translation>
    </message>
    <message>
        <source>as authored</source>
        <translation>como viene de origen</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>set session seconds</source>
        <translation>ajuste de tiempo sin tocar</translation>
    </message>
    <message>
        <source>set warning seconds</source>
        <translation>ajuste de cuenta regresiva</translation>
    </message>
    <message>
        <source>set words per minute</source>
        <translation>ajuste de velocidad de lectura</translation>
    </message>
    <message>
        <source>set shortest seconds</source>
        <translation>ajuste de tiempo mínimo</translation>
    </message>
    <message>
        <source>set longest seconds</source>
        <translation>ajuste de tiempo máximo</translation>
    </message>
    <message>
        <source>set loop languages</source>
        <translation>ajuste de idiomas del ciclo</translation>
    </message>
    <message>
        <source>set loop text scale</source>
        <translation>ajuste de tamaño del texto</translation>
    </message>
    <message>
        <source>set languages</source>
        <translation>ajuste de idiomas</translation>
    </message>
    <message>
        <source>set reduced motion</source>
        <translation>ajuste de movimiento</translation>
    </message>
    <message>
        <source>set screen inches</source>
        <translation>ajuste de diagonal</translation>
    </message>
    <message>
        <source>set viewing distance</source>
        <translation>ajuste de distancia</translation>
    </message>
    <message>
        <source>set night brightness</source>
        <translation>ajuste de brillo nocturno</translation>
    </message>
    <message>
        <source>set opening hours</source>
        <translation>ajuste de horario</translation>
    </message>
    <message>
        <source>set wake minutes</source>
        <translation>ajuste de encendido al tocar</translation>
    </message>
    <message>
        <source>set return minutes</source>
        <translation>ajuste de regreso tras salir</translation>
    </message>
    <message>
        <source>set phrases</source>
        <translation>ajuste de frases</translation>
    </message>
    <message>
        <source>confirmed that the clock is right</source>
        <translation>se confirmó que el reloj está bien</translation>
    </message>
</context>
<context>
    <name>ThisKioskModel</name>
    <message>
        <source>The kiosk closes until someone starts it again.</source>
        <translation>El kiosco se cierra hasta que alguien lo inicie de nuevo.</translation>
    </message>
    <message>
        <source>The kiosk closes. It comes back when the machine is switched on again.</source>
        <translation>El kiosco se cierra. Vuelve cuando se encienda de nuevo el equipo.</translation>
    </message>
    <message>
        <source>The kiosk closes. It comes back by itself in %1 minutes, or when the machine is switched on again.</source>
        <translation>El kiosco se cierra. Vuelve por sí solo en %1 minutos, o cuando se encienda de nuevo el equipo.</translation>
    </message>
    <message>
        <source>The new PIN is set.</source>
        <translation>El nuevo PIN ya está en uso.</translation>
    </message>
</context>
<context>
    <name>ThisKioskPage</name>
    <message>
        <source>Touches do nothing for a minute, while the glass is wiped.</source>
        <translation>Los toques no hacen nada durante un minuto, mientras se limpia el vidrio.</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>Limpiar la pantalla</translation>
    </message>
    <message>
        <source>Asks for the present one first.</source>
        <translation>Primero pide el actual.</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Cambiar el PIN</translation>
    </message>
    <message>
        <source>The slides are back after a moment.</source>
        <translation>Las diapositivas vuelven en un momento.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Asks for the PIN once more.</source>
        <translation>Pide el PIN otra vez.</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Salir del kiosco</translation>
    </message>
</context>
<context>
    <name>TimetableModel</name>
    <message>
        <source>Its last day is past.</source>
        <translation>Su último día ya pasó.</translation>
    </message>
    <message>
        <source>No day and hour fits within a year.</source>
        <translation>Ningún día y hora coinciden en el próximo año.</translation>
    </message>
    <message>
        <source>It falls outside the opening hours.</source>
        <translation>Queda fuera del horario de atención.</translation>
    </message>
</context>
<context>
    <name>TimetablePage</name>
    <message>
        <source>What plays when</source>
        <translation>Programación</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>El día anterior</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>El día siguiente</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>%1: closed</source>
        <translation>%1: cerrado</translation>
    </message>
    <message>
        <source>%1: nothing plays</source>
        <translation>%1: no se muestra nada</translation>
    </message>
    <message>
        <source>%1: 1 slide</source>
        <translation>%1: 1 diapositiva</translation>
    </message>
    <message>
        <source>%1: %2 slides</source>
        <translation>%1: %2 diapositivas</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Switched on, and never seen</source>
        <translation>Activadas, pero nunca se ven</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Topics</name>
    <message>
        <source>What would you like to read?</source>
        <translation>¿Qué le gustaría leer?</translation>
    </message>
    <message>
        <source>Earlier topics</source>
        <translation>Temas anteriores</translation>
    </message>
    <message>
        <source>More topics</source>
        <translation>Más temas</translation>
    </message>
</context>
<context>
    <name>TouchKeyboard</name>
    <message>
        <source>Capital letter</source>
        <translation>Mayúscula</translation>
    </message>
    <message>
        <source>Numbers and signs</source>
        <translation>Números y signos</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>More letters</source>
        <translation>Más letras</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Borrar la última letra</translation>
    </message>
    <message>
        <source>Close the keyboard</source>
        <translation>Cerrar el teclado</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>from {}</source>
        <translation>desde el {}</translation>
    </message>
    <message>
        <source>until {}</source>
        <translation>hasta el {}</translation>
    </message>
</context>
<context>
    <name>WhenSheet</name>
    <message>
        <source>When “%1” shows</source>
        <translation>Cuándo se muestra “%1”</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>Días de la semana</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Todo el día</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>WordCard</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
</TS>
