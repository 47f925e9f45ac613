<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="az_AZ" sourcelanguage="en">
<!-- Qt's own words that our window shows; Qt ships no Azerbaijani file. -->
<context>
    <name>QLineEdit</name>
    <message><source>&amp;Undo</source><translation>&amp;Geri al</translation></message>
    <message><source>&amp;Redo</source><translation>&amp;Təkrarla</translation></message>
    <message><source>Cu&amp;t</source><translation>&amp;Kəs</translation></message>
    <message><source>&amp;Copy</source><translation>K&amp;öçür</translation></message>
    <message><source>&amp;Paste</source><translation>&amp;Yapışdır</translation></message>
    <message><source>Delete</source><translation>Sil</translation></message>
    <message><source>Select All</source><translation>Hamısını seç</translation></message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message><source>&amp;Undo</source><translation>&amp;Geri al</translation></message>
    <message><source>&amp;Redo</source><translation>&amp;Təkrarla</translation></message>
    <message><source>Cu&amp;t</source><translation>&amp;Kəs</translation></message>
    <message><source>&amp;Copy</source><translation>K&amp;öçür</translation></message>
    <message><source>Copy &amp;Link Location</source><translation>Keçidi &amp;köçür</translation></message>
    <message><source>&amp;Paste</source><translation>&amp;Yapışdır</translation></message>
    <message><source>Delete</source><translation>Sil</translation></message>
    <message><source>Select All</source><translation>Hamısını seç</translation></message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message><source>OK</source><translation>Oldu</translation></message>
    <message><source>Save</source><translation>Saxla</translation></message>
    <message><source>Save All</source><translation>Hamısını saxla</translation></message>
    <message><source>Open</source><translation>Aç</translation></message>
    <message><source>&amp;Yes</source><translation>&amp;Bəli</translation></message>
    <message><source>&amp;No</source><translation>&amp;Xeyr</translation></message>
    <message><source>Abort</source><translation>Dayandır</translation></message>
    <message><source>Retry</source><translation>Yenidən cəhd et</translation></message>
    <message><source>Ignore</source><translation>Keç</translation></message>
    <message><source>Close</source><translation>Bağla</translation></message>
    <message><source>Cancel</source><translation>Vaz keç</translation></message>
    <message><source>Discard</source><translation>Saxlama</translation></message>
    <message><source>Help</source><translation>Kömək</translation></message>
    <message><source>Apply</source><translation>Tətbiq et</translation></message>
    <message><source>Reset</source><translation>Əvvəlki kimi</translation></message>
</context>
<context>
    <name>QScrollBar</name>
    <message><source>Scroll here</source><translation>Bura sürüşdür</translation></message>
    <message><source>Top</source><translation>Yuxarı</translation></message>
    <message><source>Bottom</source><translation>Aşağı</translation></message>
    <message><source>Left edge</source><translation>Sol kənar</translation></message>
    <message><source>Right edge</source><translation>Sağ kənar</translation></message>
    <message><source>Page up</source><translation>Səhifə yuxarı</translation></message>
    <message><source>Page down</source><translation>Səhifə aşağı</translation></message>
    <message><source>Page left</source><translation>Səhifə sola</translation></message>
    <message><source>Page right</source><translation>Səhifə sağa</translation></message>
    <message><source>Scroll up</source><translation>Yuxarı sürüşdür</translation></message>
    <message><source>Scroll down</source><translation>Aşağı sürüşdür</translation></message>
    <message><source>Scroll left</source><translation>Sola sürüşdür</translation></message>
    <message><source>Scroll right</source><translation>Sağa sürüşdür</translation></message>
</context>
<context>
    <name>QCalendarWidget</name>
    <message><source>Previous Month</source><translation>Əvvəlki ay</translation></message>
    <message><source>Next Month</source><translation>Növbəti ay</translation></message>
</context>
</TS>
